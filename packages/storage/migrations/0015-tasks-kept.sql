-- Which figures a task shows, and which posts of an agency own it, are said anew as a whole: what is left out goes.

create policy indicators_dropped on task_indicator for delete to ieum_app using (sits_in(council_of_task(task_id)));
create policy posts_dropped on task_post for delete to ieum_app
  using (agency = (select acting_agency()) and sits_in(council_of_task(task_id)));
grant delete on task_indicator, task_post to ieum_app;
