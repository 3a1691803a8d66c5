//! Which file of a folder uses which, read from the sources, and the circles among them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{code, files, read};

/// The path of a module from the root of the crate: `["extract", "edges", "label"]`.
type Module = Vec<String>;

/// The files of a crate with what they import.
pub(super) struct Imports {
    /// The paths that each module names, and whether it hands them on (`pub use`).
    uses: BTreeMap<Module, Vec<(bool, Module)>>,
    /// The modules that are folders.
    folders: BTreeSet<Module>,
}

impl Imports {
    /// Reads all files below `source`.
    pub(super) fn of(source: &Path) -> Self {
        let mut imports = Self {
            uses: BTreeMap::new(),
            folders: BTreeSet::new(),
        };
        for path in files(source, "rs") {
            let inside = path.strip_prefix(source).unwrap().with_extension("");
            let mut module: Module = (inside.iter())
                .map(|part| part.to_str().unwrap().to_owned())
                .collect();
            if module.last().is_some_and(|last| last == "mod") {
                module.pop();
                imports.folders.insert(module.clone());
            }
            let text = read(&path);
            let lines: Vec<&str> = code(&text).into_iter().map(|(_, line)| line).collect();
            let uses = paths(&lines.join("\n"));
            imports.uses.insert(module, uses);
        }
        imports
    }

    /// The circles below a folder: files that import each other, directly or through others.
    pub(super) fn circles(&self, folder: &str) -> Vec<Vec<String>> {
        let inside: Vec<&Module> = (self.uses.keys())
            .filter(|module| module[..1] == [folder.to_owned()])
            .collect();
        let edges: BTreeMap<&Module, BTreeSet<Module>> = (inside.iter())
            .map(|&module| (module, self.targets(module)))
            .collect();
        let reach: BTreeMap<&Module, BTreeSet<Module>> = (inside.iter())
            .map(|&module| (module, reachable(&edges, module)))
            .collect();
        let mut circles = BTreeSet::new();
        for (&module, reached) in &reach {
            let back =
                |other: &&&Module| reached.contains(**other) && reach[**other].contains(module);
            let circle: Vec<String> = (inside.iter().filter(back))
                .map(|module| module.join("/"))
                .collect();
            if circle.len() > 1 {
                circles.insert(circle);
            }
        }
        circles.into_iter().collect()
    }

    /// The modules that a module uses. What a folder merely hands on does not count.
    fn targets(&self, module: &Module) -> BTreeSet<Module> {
        let folder = self.folders.contains(module);
        (self.uses[module].iter())
            .filter(|(public, _)| !(folder && *public))
            .filter_map(|(_, path)| self.resolve(module, path))
            .filter(|target| target != module)
            .collect()
    }

    /// The module in which the last name of a path is defined; names that a folder hands on are followed.
    fn resolve(&self, from: &Module, path: &[String]) -> Option<Module> {
        let mut path = path;
        let mut at: Module = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "super" => {
                let above = path.iter().take_while(|part| *part == "super").count();
                path = &path[above - 1..];
                from[..from.len().checked_sub(above)?].to_vec()
            }
            "self" => from.clone(),
            _ => {
                let mut inner = from.clone();
                inner.push(path[0].clone());
                if !self.uses.contains_key(&inner) {
                    return None;
                }
                path = &path[1..];
                return self.descend(inner, path);
            }
        };
        path = &path[1..];
        while let Some(part) = path.first() {
            at.push(part.clone());
            if !self.uses.contains_key(&at) {
                at.pop();
                break;
            }
            path = &path[1..];
        }
        self.descend(at, path)
    }

    fn descend(&self, at: Module, path: &[String]) -> Option<Module> {
        let mut at = at;
        let mut path = path;
        while let Some(part) = path.first() {
            at.push(part.clone());
            if !self.uses.contains_key(&at) {
                at.pop();
                break;
            }
            path = &path[1..];
        }
        if let Some(name) = path.first()
            && self.folders.contains(&at)
            && let Some((_, handed)) = (self.uses[&at].iter())
                .find(|(public, handed)| *public && handed.last() == Some(name))
            && let Some(target) = self.resolve(&at, handed)
        {
            return Some(target);
        }
        (!at.is_empty()).then_some(at)
    }
}

/// All modules that can be reached from one.
fn reachable(edges: &BTreeMap<&Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<Module> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(module) = open.pop() {
        for target in edges.get(module).into_iter().flatten() {
            if seen.insert(target.clone()) {
                open.push(target);
            }
        }
    }
    seen
}

/// The paths that code names with `use`, each with whether it is public, and those inside it that begin with `super::` or
/// `crate::`.
fn paths(code: &str) -> Vec<(bool, Module)> {
    let mut found = Vec::new();
    let mut rest = String::new();
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let words = line.trim_start();
        let (public, used) = match words.split_once("use ") {
            Some((before, used)) if before.is_empty() || before.starts_with("pub") => {
                (!before.is_empty(), used)
            }
            _ => {
                rest.push_str(line);
                rest.push('\n');
                continue;
            }
        };
        let mut tree = used.to_owned();
        while !tree.trim_end().ends_with(';') {
            tree.push_str(lines.next().unwrap_or(";"));
        }
        let tree = tree.trim_end().trim_end_matches(';');
        expand(&mut Vec::new(), tree, &mut |path| {
            found.push((public, path))
        });
    }
    for start in ["super::", "crate::"] {
        for (at, _) in rest.match_indices(start) {
            let before = rest[..at].chars().next_back();
            if before
                .is_some_and(|letter| letter.is_alphanumeric() || letter == '_' || letter == ':')
            {
                continue;
            }
            let path: String = (rest[at..].chars())
                .take_while(|letter| letter.is_alphanumeric() || "_:".contains(*letter))
                .collect();
            let parts = path.split("::").filter(|part| !part.is_empty());
            found.push((false, parts.map(str::to_owned).collect()));
        }
    }
    found
}

/// Calls `visit` with every path of a use tree: `a::{b, c::d}` has two.
fn expand(prefix: &mut Module, tree: &str, visit: &mut impl FnMut(Module)) {
    let tree = tree.trim();
    let (path, group) = match tree.split_once('{') {
        Some((path, group)) => (path, group.strip_suffix('}')),
        None => (tree, None),
    };
    let path = path.split(" as ").next().unwrap_or(path);
    let parts = path
        .split("::")
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let length = prefix.len();
    prefix.extend(parts.map(str::to_owned));
    match group {
        None => visit(prefix.clone()),
        Some(group) => {
            let mut depth = 0;
            let members = group.split(|letter| {
                depth += i32::from(letter == '{') - i32::from(letter == '}');
                letter == ',' && depth == 0
            });
            for member in members.filter(|member| !member.trim().is_empty()) {
                expand(prefix, member, visit);
            }
        }
    }
    prefix.truncate(length);
}

#[test]
fn a_use_tree_is_expanded() {
    let found = paths("pub use a::{b, c::{d, e as f}};\nuse g;\nlet x = super::h::i(1);");
    let found: Vec<String> = (found.iter())
        .map(|(public, path)| format!("{public} {}", path.join("::")))
        .collect();
    assert_eq!(
        found,
        [
            "true a::b",
            "true a::c::d",
            "true a::c::e",
            "false g",
            "false super::h::i"
        ]
    );
}
