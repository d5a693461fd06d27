-- A second factor that somebody has lost is taken off by an administrator of his agency: the worker may end it and what hangs on it, and
-- reads no secret of it.

grant select (person_id), delete on second_factor, sign_in_session to ieum_worker;
grant update (two_factor_enabled, updated_at) on person to ieum_worker;
