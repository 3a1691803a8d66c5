//! Sums of products of bytes by the instructions that the machine has: the only code of the crate that is not safe.
//!
//! In: a [`Job`], some rows and one panel of a matrix. Out: the outputs of that panel for those rows. A [`Path`] is a set of
//! instructions; all give the same result, because products of pairs of bytes fit 16 bits with weights of 7 bits.

use super::integer::{Group, PANEL, Panel, QUAD, Quad};

/// The product of all rows with one panel.
pub(super) struct Job<'a> {
    /// The weights of the panel, in the order in which this path reads them.
    pub(super) groups: &'a [Group],
    pub(super) panel: &'a Panel,
    pub(super) bias: &'a [f32; PANEL],
    /// As many quads a row as there are groups.
    pub(super) rows: &'a [Quad],
    /// A scale a row.
    pub(super) scales: &'a [f32],
    /// `outputs` numbers a row, of which those from `first` belong to the panel.
    pub(super) out: &'a mut [f32],
    pub(super) outputs: usize,
    pub(super) first: usize,
}

/// Instructions with which products can be summed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Path {
    /// What every machine has.
    #[default]
    Portable,
    /// Pairs of bytes, 32 at a time.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// Fours of bytes, 32 at a time.
    #[cfg(target_arch = "x86_64")]
    AvxVnni,
    /// Fours of bytes, 64 at a time.
    #[cfg(target_arch = "x86_64")]
    Avx512Vnni,
}

impl Path {
    /// The fastest path of this machine.
    pub(super) fn best() -> Self {
        Self::available().last().unwrap_or(Self::Portable)
    }

    /// The paths that this machine can go, the fastest last.
    #[cfg(target_arch = "x86_64")]
    pub(super) fn available() -> impl DoubleEndedIterator<Item = Self> {
        [
            Some(Self::Portable),
            is_x86_feature_detected!("avx2").then_some(Self::Avx2),
            (is_x86_feature_detected!("avx2") && is_x86_feature_detected!("avxvnni"))
                .then_some(Self::AvxVnni),
            (is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vnni"))
                .then_some(Self::Avx512Vnni),
        ]
        .into_iter()
        .flatten()
    }

    /// The paths that this machine can go, the fastest last.
    #[cfg(not(target_arch = "x86_64"))]
    pub(super) fn available() -> impl DoubleEndedIterator<Item = Self> {
        [Self::Portable].into_iter()
    }

    /// Puts the weights of the output `slot` of a panel, four inputs after four, where this path looks for them.
    pub(super) fn pack(self, slot: usize, weights: &[[i8; QUAD]], groups: &mut [Group]) {
        if self == Self::Portable {
            let rows = groups.as_flattened_mut().as_chunks_mut::<QUAD>().0;
            rows[slot * weights.len()..][..weights.len()].copy_from_slice(weights);
        } else {
            for (group, quad) in groups.iter_mut().zip(weights) {
                group.as_chunks_mut::<QUAD>().0[slot] = *quad;
            }
        }
    }

    /// Does the work of `job`, whose weights were packed by the same path.
    #[allow(unsafe_code)]
    pub(super) fn run(self, job: Job<'_>) {
        match self {
            Self::Portable => portable(job),
            // SAFETY: the paths come from `available`, which has found the features that these functions are compiled for.
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => unsafe { x86::avx2(job) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Self::AvxVnni => unsafe { x86::avx_vnni(job) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Self::Avx512Vnni => unsafe { x86::avx512_vnni(job) },
        }
    }
}

/// Writes the function of one path.
///
/// `vectors` vectors of `lanes` outputs each are summed for `rows` rows at a time, in registers, while the inputs go by:
/// `load` reads the weights of four inputs for the outputs of a vector, `spread` puts the four inputs of a row beside each
/// of them, `dot` adds the products to the sums, which come `from` and go `into` an array.
#[cfg(target_arch = "x86_64")]
macro_rules! path {
    (
        $(#[$compiled:meta])*
        $name:ident: $rows:literal rows, $vectors:literal vectors of $lanes:literal;
        $load:path, $spread:path, $dot:path, $from:path, $into:path
    ) => {
        $(#[$compiled])*
        pub(super) fn $name(job: Job<'_>) {
            $(#[$compiled])*
            #[inline]
            fn sums<const ROWS: usize>(job: &Job<'_>, first: usize) -> [[i32; PANEL]; ROWS] {
                let quads = job.groups.len();
                let mut rows: [&[Quad]; ROWS] = [&[]; ROWS];
                for (index, row) in rows.iter_mut().enumerate() {
                    *row = &job.rows[(first + index) * quads..][..quads];
                }
                let mut result = [job.panel.start; ROWS];
                for part in 0..PANEL / ($vectors * $lanes) {
                    let starts = &job.panel.start.as_chunks::<{ $vectors * $lanes }>().0[part];
                    let (starts, _) = starts.as_chunks::<$lanes>();
                    let mut sums = [[$from(&starts[0]); $vectors]; ROWS];
                    for sums in &mut sums {
                        for (sum, start) in sums.iter_mut().zip(starts) {
                            *sum = $from(start);
                        }
                    }
                    for (index, group) in job.groups.iter().enumerate() {
                        let group = &group.as_chunks::<{ $vectors * $lanes * QUAD }>().0[part];
                        let (group, _) = group.as_chunks::<{ $lanes * QUAD }>();
                        for row in 0..ROWS {
                            let inputs = $spread(rows[row][index]);
                            for vector in 0..$vectors {
                                let weights = $load(&group[vector]);
                                sums[row][vector] = $dot(sums[row][vector], inputs, weights);
                            }
                        }
                    }
                    for (result, sums) in result.iter_mut().zip(sums) {
                        let result = &mut result.as_chunks_mut::<{ $vectors * $lanes }>().0[part];
                        for (slot, sum) in result.as_chunks_mut::<$lanes>().0.iter_mut().zip(sums) {
                            *slot = $into(sum);
                        }
                    }
                }
                result
            }
            let (mut job, mut row) = (job, 0);
            let count = job.scales.len();
            while row + $rows <= count {
                let sums = sums::<$rows>(&job, row);
                sums.iter().for_each(|sums| {
                    scale(&mut job, row, sums);
                    row += 1;
                });
            }
            while row + 2 <= count {
                let sums = sums::<2>(&job, row);
                sums.iter().for_each(|sums| {
                    scale(&mut job, row, sums);
                    row += 1;
                });
            }
            if row < count {
                let sums = sums::<1>(&job, row);
                scale(&mut job, row, &sums[0]);
            }
        }
    };
}

/// Writes the outputs of `row` of which these are the sums.
#[inline(always)]
fn scale(job: &mut Job<'_>, row: usize, sums: &[i32; PANEL]) {
    let scale = job.scales[row];
    let width = PANEL.min(job.outputs - job.first);
    let out = &mut job.out[row * job.outputs + job.first..][..width];
    let mut values = [0.0; PANEL];
    for (index, value) in values.iter_mut().enumerate() {
        *value = sums[index] as f32 * (scale * job.panel.scales[index]) + job.bias[index];
    }
    if let Ok(out) = <&mut [f32; PANEL]>::try_from(&mut *out) {
        *out = values;
    } else {
        out.copy_from_slice(&values[..width]);
    }
}

/// The path of every machine, in the form that compilers know to make vectors of.
fn portable(mut job: Job<'_>) {
    let quads = job.groups.len();
    let weights = job.groups.as_flattened();
    for (row, codes) in job.rows.chunks_exact(quads).enumerate() {
        let codes = codes.as_flattened();
        let mut sums = [0; PANEL];
        for (sum, weights) in sums.iter_mut().zip(weights.chunks_exact(codes.len())) {
            for (code, weight) in codes.iter().zip(weights) {
                // The same as subtracting the offset.
                *sum += i32::from((code ^ 0x80).cast_signed()) * i32::from(*weight);
            }
        }
        scale(&mut job, row, &sums);
    }
}

/// The paths of x86-64.
#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
mod x86 {
    use std::arch::x86_64::*;

    use super::{Job, PANEL, QUAD, Quad, scale};

    path! {
        #[target_feature(enable = "avx2")]
        avx2: 4 rows, 2 vectors of 8; load256, spread256, dot_pairs, from256, into256
    }

    path! {
        #[target_feature(enable = "avx2,avxvnni")]
        avx_vnni: 6 rows, 2 vectors of 8; load256, spread256, dot256, from256, into256
    }

    path! {
        #[target_feature(enable = "avx512f,avx512vnni")]
        avx512_vnni: 6 rows, 4 vectors of 16; load512, spread512, dot512, from512, into512
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn load256(weights: &[i8; 8 * QUAD]) -> __m256i {
        // SAFETY: behind the reference are the 32 bytes that are read; no alignment is asked for.
        unsafe { _mm256_loadu_si256(weights.as_ptr().cast()) }
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn spread256(quad: Quad) -> __m256i {
        _mm256_set1_epi32(i32::from_le_bytes(quad))
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn dot_pairs(sums: __m256i, inputs: __m256i, weights: __m256i) -> __m256i {
        let pairs = _mm256_maddubs_epi16(inputs, weights);
        _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)))
    }

    #[inline]
    #[target_feature(enable = "avx2,avxvnni")]
    fn dot256(sums: __m256i, inputs: __m256i, weights: __m256i) -> __m256i {
        _mm256_dpbusd_avx_epi32(sums, inputs, weights)
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn from256(sums: &[i32; 8]) -> __m256i {
        // SAFETY: behind the reference are the 32 bytes that are read; no alignment is asked for.
        unsafe { _mm256_loadu_si256(sums.as_ptr().cast()) }
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn into256(sums: __m256i) -> [i32; 8] {
        let mut out = [0; 8];
        // SAFETY: `out` has the 32 bytes that are written; no alignment is asked for.
        unsafe { _mm256_storeu_si256(out.as_mut_ptr().cast(), sums) };
        out
    }

    #[inline]
    #[target_feature(enable = "avx512f")]
    fn load512(weights: &[i8; 16 * QUAD]) -> __m512i {
        // SAFETY: behind the reference are the 64 bytes that are read; no alignment is asked for.
        unsafe { _mm512_loadu_si512(weights.as_ptr().cast()) }
    }

    #[inline]
    #[target_feature(enable = "avx512f")]
    fn spread512(quad: Quad) -> __m512i {
        _mm512_set1_epi32(i32::from_le_bytes(quad))
    }

    #[inline]
    #[target_feature(enable = "avx512f,avx512vnni")]
    fn dot512(sums: __m512i, inputs: __m512i, weights: __m512i) -> __m512i {
        _mm512_dpbusd_epi32(sums, inputs, weights)
    }

    #[inline]
    #[target_feature(enable = "avx512f")]
    fn from512(sums: &[i32; 16]) -> __m512i {
        // SAFETY: behind the reference are the 64 bytes that are read; no alignment is asked for.
        unsafe { _mm512_loadu_si512(sums.as_ptr().cast()) }
    }

    #[inline]
    #[target_feature(enable = "avx512f")]
    fn into512(sums: __m512i) -> [i32; 16] {
        let mut out = [0; 16];
        // SAFETY: `out` has the 64 bytes that are written; no alignment is asked for.
        unsafe { _mm512_storeu_si512(out.as_mut_ptr().cast(), sums) };
        out
    }
}
