//! The rules that steer: each is flipped in the files, and the flow changes for whom it concerns and for nobody else.

mod rules {
    mod boundaries;
    mod every;
    mod flip;
    mod golden;
    mod rows;
}
#[expect(dead_code, reason = "each test file takes what it needs of the driver")]
#[path = "support/inprocess.rs"]
mod inprocess;
