-- Gives the names back to the views of the database.
use analytics;
