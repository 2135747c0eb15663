-- Built-in roles of accounts that were opened before buyers could be blocked.
insert into account_role_permission (role_id, permission)
select id, 'BLOCK_BUYERS' from account_role where built_in and name in ('管理員', '營運');
