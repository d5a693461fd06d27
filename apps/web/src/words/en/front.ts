export const front = {
  title: 'What your firm can use now, and the way on from there',
}
