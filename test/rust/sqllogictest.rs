//! Every .test file under test/sql as one test; `cargo test --test sqllogictest -- gen` runs those with gen in their
//! path. Files ending in .test_slow run when PAYMENTS_SLOW=1 is set.

#![allow(clippy::disallowed_methods, reason = "the environment tells a test runner where things are")]

mod runner;

use libtest_mimic::{Arguments, Trial};
use runner::{Host, parse, play};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn main() {
    let host = Arc::new(Host::from_environment().unwrap_or_else(|message| panic!("{message}")));
    let mut files = Vec::new();
    collect(&host.root.join("test/sql"), &mut files);
    files.sort();
    assert!(!files.is_empty(), "there is no .test file under test/sql");
    let trials = files.iter().map(|file| trial(file, &host)).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("a readable directory entry").path()) {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "test" || ending == "test_slow") {
            files.push(path);
        }
    }
}

/// A file that cannot be read or parsed is a failing test; one that may not run here is reported as ignored.
fn trial(file: &Path, host: &Arc<Host>) -> Trial {
    let name = file.strip_prefix(&host.root).unwrap_or(file).display().to_string();
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{name}: {error}"));
    let script = parse(&text);
    let missing = script.as_ref().ok().and_then(|script| absent(&script.environment));
    if let Some(variable) = &missing {
        eprintln!("{name} is ignored: {variable} is not set");
    }
    let slow = name.ends_with("_slow") && std::env::var("PAYMENTS_SLOW").as_deref() != Ok("1");
    let (place, host) = (name.clone(), Arc::clone(host));
    Trial::test(name, move || {
        script.and_then(|script| play(&script, &host)).map_err(|failure| failure.located(&place).into())
    })
    .with_ignored_flag(slow || missing.is_some())
}

fn absent(variables: &[String]) -> Option<String> {
    variables.iter().find(|variable| std::env::var_os(variable).is_none()).cloned()
}
