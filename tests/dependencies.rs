//! The dependencies keep to `deny.toml`: their licences are allowed, and all come from crates.io.
//!
//! `cargo deny` checks more (advisories, duplicates), but has to be installed and needs a network.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let messages = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {arguments:?}: {messages}");
    String::from_utf8(output.stdout).unwrap()
}

/// The crates that are built on this machine with the default features.
fn packages() -> Vec<Value> {
    let version = cargo(&["-vV"]);
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let metadata = cargo(&[
        "metadata",
        "--offline",
        "--format-version=1",
        "--filter-platform",
        host,
    ]);
    let mut metadata: Value = serde_json::from_str(&metadata).unwrap();
    let packages = metadata["packages"].as_array_mut().unwrap();
    std::mem::take(packages)
}

/// The licences that `deny.toml` allows.
fn allowed() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml");
    let deny: toml::Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let allowed = deny["licenses"]["allow"].as_array().unwrap();
    (allowed.iter())
        .map(|licence| licence.as_str().unwrap().to_owned())
        .collect()
}

/// Whether an SPDX expression offers only allowed licences. `AND` binds groups of alternatives, as it does in all
/// expressions that crates have; any other form is refused.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    expression.split(" AND ").all(|group| {
        let group = group.trim_start_matches('(').trim_end_matches(')');
        let mut alternatives = group.split(" OR ").flat_map(|part| part.split('/'));
        alternatives.any(|licence| allowed.iter().any(|one| one == licence.trim()))
    })
}

#[test]
fn every_dependency_has_an_allowed_licence_and_comes_from_crates_io() {
    let (packages, allowed) = (packages(), allowed());
    assert!(packages.len() > 50 && !allowed.is_empty());
    let mut wrong = Vec::new();
    for package in &packages {
        let (name, licence) = (&package["name"], &package["license"]);
        if !licence
            .as_str()
            .is_some_and(|licence| is_allowed(licence, &allowed))
        {
            wrong.push(format!("{name}: deny.toml does not allow {licence}"));
        }
        let source = &package["source"];
        if !source.is_null() && source != CRATES_IO {
            wrong.push(format!("{name}: comes from {source}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_part_of_an_expression_must_be_allowed() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    for expression in [
        "MIT",
        "Unlicense/MIT",
        "Zlib OR MIT",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
    ] {
        assert!(is_allowed(expression, &allowed), "{expression}");
    }
    for expression in [
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(GPL-3.0 OR Zlib) AND MIT",
        "",
    ] {
        assert!(!is_allowed(expression, &allowed), "{expression}");
    }
}
