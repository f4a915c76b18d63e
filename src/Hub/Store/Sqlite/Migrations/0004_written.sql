-- How many transactions have written. Where a commit fails, the ledger says by this whether it happened all the same.
create table written (
    count integer not null
);
insert into written (count) values (0);
