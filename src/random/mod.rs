//! Randomness that can be addressed: every draw is a pure function of a key and a position, so that any row can be
//! made alone, in any order, on any thread. Floating point is limited to `+ - * /` and to `libm`, whose results do not
//! depend on the platform. Nothing here knows what a payment is.

mod alias;
mod apportion;
mod logistic;
mod lognormal;
mod permutation;
mod stream;
mod weights;

pub use alias::{AliasTables, Pick};
pub use apportion::apportion;
pub use logistic::Logistic;
pub use lognormal::{Lognormal, Normal, normal_quantile};
pub use permutation::Permutation;
pub use stream::{Stream, below, high, low, unit};
pub use weights::Weights;
