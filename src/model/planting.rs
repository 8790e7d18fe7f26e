//! Which incidents a world gets.

use super::customer::Customers;
use super::incident::Incident;
use super::merchant::Merchant;
use super::params::WorldParams;

/// Plants the incidents of a world, in order of their beginning.
pub fn plant(params: &WorldParams, merchants: &[&Merchant], anchor: usize, customers: &Customers) -> Vec<Incident> {
    let _ = (params, merchants, anchor, customers);
    Vec::new()
}
