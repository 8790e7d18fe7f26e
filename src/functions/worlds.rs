//! Worlds are kept for the next query: building one takes milliseconds, and a query may name it many times.

use std::sync::{Arc, Mutex, PoisonError};

use crate::model::params::WorldParams;
use crate::model::world::World;

/// Worlds kept, the latest last.
const KEPT: usize = 4;

static WORLDS: Mutex<Vec<Arc<World>>> = Mutex::new(Vec::new());

/// The world of the parameters, built if it is not at hand.
pub fn world(params: WorldParams) -> Arc<World> {
    let mut worlds = WORLDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(place) = worlds.iter().position(|world| world.params == params) {
        let world = worlds.remove(place);
        worlds.push(Arc::clone(&world));
        return world;
    }
    let world = Arc::new(World::new(params));
    if worlds.len() == KEPT {
        worlds.remove(0);
    }
    worlds.push(Arc::clone(&world));
    world
}
