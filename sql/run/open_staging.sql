-- A run builds and checks everything in memory, in the database `staging`, and publishes it at once
-- when no check has failed: until then the database of the last good run is only read. Tables in
-- memory have statistics and parts for every thread, which those of an open transaction have not.
use analytics;

detach database if exists staging;

attach ':memory:' as staging;

use staging;
