//! The generated world: who takes part, what they pay, what comes of it. Payments words only; rows are pure functions
//! of the parameters and the row number, so nothing here keeps state between two rows.

pub mod account_manager;
pub mod approval;
pub mod calendar;
pub mod campaign;
pub mod customer;
pub mod decline;
pub mod dispute;
pub mod follow_up;
pub mod fraud;
pub mod incident;
pub mod incident_plan;
pub mod life_cycle;
mod market;
pub mod merchant;
pub mod merchant_name;
pub mod money;
pub mod parameter;
pub mod params;
pub mod payment_mix;
mod planting;
pub mod pricing;
pub mod refund;
pub mod retry;
pub mod sale;
pub mod season;
pub mod slots;
pub mod streams;
pub mod subscription;
pub mod timeline;
pub mod transaction;
pub mod vocabulary;
pub mod volume;
pub mod world;
