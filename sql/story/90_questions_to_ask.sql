-- What is to be asked next?
-- For everybody. From story itself: the questions of sql/analysis behind the advice that was given.
insert into story
select
    90 as place,
    'Next steps' as section,
    format('{}: {}.', questions.section, questions.question) as sentence,
    [] as cells
from
    (
        values
        (1, 'Sales', 'go through the merchants behind the figures, sql/analysis/04, 09 and 23'),
        (2, 'Marketing', 'hold every campaign against its cost, sql/analysis/06 and 07'),
        (3, 'Finance', 'split yield, refunds and margin further, sql/analysis/12, 13 and 19'),
        (4, 'Risk', 'look at thresholds and disputes in detail, sql/analysis/14, 15 and 21'),
        (5, 'Operations', 'find the declines to fix first, sql/analysis/03, 16 and 24')
    ) as questions (place_of_function, section, question)
where
    questions.section in (
        select told.section from story as told
        where told.place < 89
    )
order by questions.place_of_function;
