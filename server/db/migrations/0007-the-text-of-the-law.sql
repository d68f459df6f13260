-- The hash of the record a lease was offered under: its version names the law, this its very text --------------------

alter table lease add column rules_hash text;
