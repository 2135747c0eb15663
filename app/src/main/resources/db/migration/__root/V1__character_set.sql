-- Whoever made the schema, its tables hold every character and compare alike.
alter database character set utf8mb4 collate utf8mb4_unicode_ci;
