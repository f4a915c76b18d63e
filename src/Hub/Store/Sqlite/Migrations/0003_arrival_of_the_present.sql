-- The place in the order of arrival of what an owner said last, kept for the day when others speak of its dossier too.
alter table dossier add column arrival integer not null default 0;
