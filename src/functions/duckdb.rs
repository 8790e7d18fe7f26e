//! Where DuckDB's C API meets the program: the entry point, the callbacks, and chunks that safe code can write to. The only
//! file with `unsafe`; every block says why it holds. Two rules cover most of them:
//!
//! - DuckDB passes live pointers to a callback and keeps them alive until it returns.
//! - What a bind or init callback hands over as `Box::into_raw` comes back unchanged, and is freed by `drop_box` alone.

use std::ffi::{CStr, CString, c_char, c_void};
use std::marker::PhantomData;
use std::mem::MaybeUninit;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use libduckdb_sys as ffi;

use super::arguments::{Argument, Arguments};
use super::table::{Kind, Scan, Table, TableFunction, TextFunction};
use super::{TABLE_FUNCTIONS, TEXT_FUNCTIONS};

/// Slots of the C API that are frozen since v1.2.0 (`duckdb_extension.h`); later ones sit elsewhere in every release.
const STABLE_SLOTS: usize = 357;
const API_VERSION: &str = "v1.2.0";
/// Rows that one thread takes at a time: a row group, so that each group holds neighbours in time.
const MORSEL_ROWS: u64 = 122_880;

/// The host's `get_api`, for the shim below. All databases of a process share one host, so a race writes equal values.
static HOST_GET_API: AtomicUsize = AtomicUsize::new(0);

/// What DuckDB calls on LOAD.
///
/// # Safety
/// `access` must be the live struct that DuckDB's loader passes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn payments_init_c_api(
    info: ffi::duckdb_extension_info,
    access: *const ffi::duckdb_extension_access,
) -> bool {
    // A panic of a callback becomes a query error; its trace on stderr would only repeat it.
    std::panic::set_hook(Box::new(|_| {}));
    // SAFETY: the loader's struct is alive for this call.
    let access = unsafe { *access };
    // SAFETY: as above.
    match contain(|| unsafe { load(info, &access) }) {
        Ok(loaded) => loaded,
        Err(message) => {
            if let Some(set_error) = access.set_error {
                // SAFETY: `info` is the loader's, the text lives until after the call.
                unsafe { set_error(info, c_text(&message).as_ptr()) };
            }
            false
        }
    }
}

unsafe fn load(info: ffi::duckdb_extension_info, access: &ffi::duckdb_extension_access) -> Result<bool, String> {
    let get_api = access.get_api.ok_or("DuckDB offers no C API")?;
    HOST_GET_API.store(get_api as usize, Ordering::Release);
    let shim = ffi::duckdb_extension_access { get_api: Some(stable_api), ..*access };
    // SAFETY: the shim differs from the loader's struct only in a function of the same type.
    if !unsafe { ffi::duckdb_rs_extension_api_init(info, &shim, API_VERSION)? } {
        return Ok(false);
    }
    let get_database = access.get_database.ok_or("DuckDB offers no database")?;
    // SAFETY: `info` is the loader's.
    let database = unsafe { get_database(info) };
    if database.is_null() {
        return Ok(false);
    }
    // SAFETY: the database is alive; the connection is closed before returning, a kept one would hold the file open.
    unsafe {
        let mut connection: ffi::duckdb_connection = ptr::null_mut();
        if ffi::duckdb_connect(*database, &mut connection) != ffi::DuckDBSuccess {
            return Err("payments could not connect to the database".into());
        }
        let registered = register_all(connection);
        ffi::duckdb_disconnect(&mut connection);
        registered?;
        ffi::duckdb_add_replacement_scan(*database, Some(replace_qa_checks), ptr::null_mut(), None);
    }
    Ok(true)
}

/// Gives `duckdb_rs_extension_api_init` a full-size struct with the frozen slots alone. The crate copies every slot that
/// it knows, which reads past the end of an older host's struct; from this copy a later function is a clean panic
/// ("DuckDB API not initialized") on every host.
unsafe extern "C" fn stable_api(info: ffi::duckdb_extension_info, version: *const c_char) -> *const c_void {
    type GetApi = unsafe extern "C" fn(ffi::duckdb_extension_info, *const c_char) -> *const c_void;
    // SAFETY: `load` stored a function of this type before it handed this one out.
    let host: GetApi = unsafe { std::mem::transmute(HOST_GET_API.load(Ordering::Acquire)) };
    // SAFETY: the arguments are passed on unchanged.
    let api = unsafe { host(info, version) };
    if api.is_null() {
        return api;
    }
    let copy: &'static mut MaybeUninit<ffi::duckdb_ext_api_v1> = Box::leak(Box::new(MaybeUninit::zeroed()));
    // SAFETY: every host since v1.2.0 has the frozen slots, and the struct here has more of them.
    unsafe { ptr::copy_nonoverlapping(api.cast::<usize>(), copy.as_mut_ptr().cast::<usize>(), STABLE_SLOTS) };
    copy.as_ptr().cast()
}

unsafe fn register_all(connection: ffi::duckdb_connection) -> Result<(), String> {
    for function in TABLE_FUNCTIONS {
        // SAFETY: the connection is open.
        unsafe { register_table_function(connection, function)? };
    }
    for function in TEXT_FUNCTIONS {
        // SAFETY: the connection is open.
        unsafe { register_text_function(connection, function)? };
    }
    Ok(())
}

unsafe fn register_table_function(
    connection: ffi::duckdb_connection,
    function: &'static &'static dyn TableFunction,
) -> Result<(), String> {
    // SAFETY: handles are made and destroyed here; `function` is static, so DuckDB may keep the pointer for ever.
    unsafe {
        let mut handle = ffi::duckdb_create_table_function();
        ffi::duckdb_table_function_set_name(handle, c_text(function.name()).as_ptr());
        let mut any = ffi::duckdb_create_logical_type(ffi::DUCKDB_TYPE_DUCKDB_TYPE_ANY);
        for _ in function.positional() {
            ffi::duckdb_table_function_add_parameter(handle, any);
        }
        for name in function.named() {
            ffi::duckdb_table_function_add_named_parameter(handle, c_text(name).as_ptr(), any);
        }
        ffi::duckdb_destroy_logical_type(&mut any);
        let extra = ptr::from_ref(function).cast_mut().cast::<c_void>();
        ffi::duckdb_table_function_set_extra_info(handle, extra, None);
        ffi::duckdb_table_function_supports_projection_pushdown(handle, true);
        ffi::duckdb_table_function_set_bind(handle, Some(bind));
        ffi::duckdb_table_function_set_init(handle, Some(init));
        ffi::duckdb_table_function_set_local_init(handle, Some(init_thread));
        ffi::duckdb_table_function_set_function(handle, Some(scan));
        let state = ffi::duckdb_register_table_function(connection, handle);
        ffi::duckdb_destroy_table_function(&mut handle);
        registered(state, function.name())
    }
}

unsafe fn register_text_function(
    connection: ffi::duckdb_connection,
    function: &'static &'static dyn TextFunction,
) -> Result<(), String> {
    // SAFETY: as in `register_table_function`.
    unsafe {
        let mut handle = ffi::duckdb_create_scalar_function();
        ffi::duckdb_scalar_function_set_name(handle, c_text(function.name()).as_ptr());
        let mut varchar = ffi::duckdb_create_logical_type(ffi::DUCKDB_TYPE_DUCKDB_TYPE_VARCHAR);
        ffi::duckdb_scalar_function_set_varargs(handle, varchar);
        ffi::duckdb_scalar_function_set_return_type(handle, varchar);
        ffi::duckdb_destroy_logical_type(&mut varchar);
        ffi::duckdb_scalar_function_set_special_handling(handle);
        let extra = ptr::from_ref(function).cast_mut().cast::<c_void>();
        ffi::duckdb_scalar_function_set_extra_info(handle, extra, None);
        ffi::duckdb_scalar_function_set_function(handle, Some(call_text_function));
        let state = ffi::duckdb_register_scalar_function(connection, handle);
        ffi::duckdb_destroy_scalar_function(&mut handle);
        registered(state, function.name())
    }
}

fn registered(state: ffi::duckdb_state, name: &str) -> Result<(), String> {
    if state == ffi::DuckDBSuccess { Ok(()) } else { Err(format!("DuckDB refused to register {name}")) }
}

/// A function that was bound, for the callbacks that follow.
struct Bound {
    table: Box<dyn Table>,
    kinds: Vec<Kind>,
}

/// A scan that all threads share.
struct SharedScan {
    projection: Vec<usize>,
    kinds: Vec<Option<Kind>>,
    next: AtomicU64,
    end: u64,
}

/// What one thread is doing.
#[derive(Default)]
struct ThreadScan {
    scan: Option<Box<dyn Scan>>,
    rows: Range<u64>,
}

unsafe extern "C" fn bind(info: ffi::duckdb_bind_info) {
    // SAFETY: `info` is alive; the extra info is what `register_table_function` set.
    let function = unsafe { *ffi::duckdb_bind_get_extra_info(info).cast::<&'static dyn TableFunction>() };
    let bound = contain(|| {
        // SAFETY: `info` is alive.
        let arguments = unsafe { arguments(info, function) };
        let table = function.bind(&arguments).map_err(|error| {
            let separator = if matches!(error, crate::error::Error::Usage(_)) { "()" } else { ":" };
            format!("{}{separator} {error}", function.name())
        })?;
        let columns = table.columns();
        for column in &columns {
            let mut handle = logical_type(column.kind);
            // SAFETY: `info` and the type are alive, DuckDB copies both name and type.
            unsafe {
                ffi::duckdb_bind_add_result_column(info, c_text(column.name).as_ptr(), handle);
                ffi::duckdb_destroy_logical_type(&mut handle);
            }
        }
        let rows = table.rows();
        // SAFETY: `info` is alive.
        unsafe { ffi::duckdb_bind_set_cardinality(info, rows.end - rows.start, true) };
        Ok(Bound { kinds: columns.iter().map(|column| column.kind).collect(), table })
    });
    // SAFETY: `info` is alive, the box is freed by `drop_box`, the message is copied.
    match bound {
        Ok(bound) => unsafe { ffi::duckdb_bind_set_bind_data(info, into_raw(bound), Some(drop_box::<Bound>)) },
        Err(message) => unsafe { ffi::duckdb_bind_set_error(info, c_text(&message).as_ptr()) },
    }
}

unsafe fn arguments(info: ffi::duckdb_bind_info, function: &'static dyn TableFunction) -> Arguments {
    let mut arguments = Arguments::default();
    for (place, name) in function.positional().iter().enumerate() {
        // SAFETY: DuckDB binds the function only with all of its positional parameters.
        let value = unsafe { ffi::duckdb_bind_get_parameter(info, place as u64) };
        arguments.positional.push((name, take_text(value)));
    }
    for name in function.named() {
        // SAFETY: `info` is alive; an absent parameter is a null pointer.
        let value = unsafe { ffi::duckdb_bind_get_named_parameter(info, c_text(name).as_ptr()) };
        if !value.is_null() {
            arguments.named.push((name, take_text(value)));
        }
    }
    arguments
}

/// The text of a value, which is destroyed. NULL is asked about first: its text would abort the process.
fn take_text(mut value: ffi::duckdb_value) -> Argument {
    // SAFETY: the value is ours; its text is freed by DuckDB's own function after it was copied.
    unsafe {
        let mut text = None;
        if !value.is_null() && !ffi::duckdb_is_null_value(value) {
            let raw = ffi::duckdb_get_varchar(value);
            if !raw.is_null() {
                text = Some(CStr::from_ptr(raw).to_string_lossy().into_owned());
                ffi::duckdb_free(raw.cast());
            }
        }
        ffi::duckdb_destroy_value(&mut value);
        text
    }
}

fn logical_type(kind: Kind) -> ffi::duckdb_logical_type {
    let plain = match kind {
        Kind::Bigint => ffi::DUCKDB_TYPE_DUCKDB_TYPE_BIGINT,
        Kind::Integer => ffi::DUCKDB_TYPE_DUCKDB_TYPE_INTEGER,
        Kind::Tinyint => ffi::DUCKDB_TYPE_DUCKDB_TYPE_TINYINT,
        Kind::Boolean => ffi::DUCKDB_TYPE_DUCKDB_TYPE_BOOLEAN,
        Kind::Date => ffi::DUCKDB_TYPE_DUCKDB_TYPE_DATE,
        Kind::Timestamp => ffi::DUCKDB_TYPE_DUCKDB_TYPE_TIMESTAMP,
        Kind::Double => ffi::DUCKDB_TYPE_DUCKDB_TYPE_DOUBLE,
        Kind::Text | Kind::Word(_) => ffi::DUCKDB_TYPE_DUCKDB_TYPE_VARCHAR,
        // SAFETY: a valid width and scale.
        Kind::Money => return unsafe { ffi::duckdb_create_decimal_type(18, 2) },
        Kind::Enum(words) => {
            let words: Vec<CString> = words.iter().map(|word| c_text(word)).collect();
            let mut pointers: Vec<*const c_char> = words.iter().map(|word| word.as_ptr()).collect();
            // SAFETY: the words live until after the call, and DuckDB copies them.
            return unsafe { ffi::duckdb_create_enum_type(pointers.as_mut_ptr(), pointers.len() as u64) };
        }
    };
    // SAFETY: a constant of the C API.
    unsafe { ffi::duckdb_create_logical_type(plain) }
}

unsafe extern "C" fn init(info: ffi::duckdb_init_info) {
    // SAFETY: `info` is alive and carries what `bind` handed over.
    let bound = unsafe { &*ffi::duckdb_init_get_bind_data(info).cast::<Bound>() };
    let shared = contain(|| {
        // SAFETY: `info` is alive.
        let count = unsafe { ffi::duckdb_init_get_column_count(info) };
        // SAFETY: the place is below the count.
        let columns = (0..count).map(|place| unsafe { ffi::duckdb_init_get_column_index(info, place) } as usize);
        let columns: Vec<usize> = columns.collect();
        let rows = bound.table.rows();
        // SAFETY: `info` is alive.
        unsafe { ffi::duckdb_init_set_max_threads(info, (rows.end - rows.start).div_ceil(MORSEL_ROWS).max(1)) };
        // count(*) asks for a column that does not exist: it stays in its place and is not written.
        let kinds = columns.iter().map(|column| bound.kinds.get(*column).copied()).collect();
        Ok(SharedScan { projection: columns, kinds, next: AtomicU64::new(rows.start), end: rows.end })
    });
    // SAFETY: `info` is alive, the box is freed by `drop_box`, the message is copied.
    match shared {
        Ok(shared) => unsafe { ffi::duckdb_init_set_init_data(info, into_raw(shared), Some(drop_box::<SharedScan>)) },
        Err(message) => unsafe { ffi::duckdb_init_set_error(info, c_text(&message).as_ptr()) },
    }
}

unsafe extern "C" fn init_thread(info: ffi::duckdb_init_info) {
    let state = into_raw(ThreadScan::default());
    // SAFETY: `info` is alive, the box is freed by `drop_box`.
    unsafe { ffi::duckdb_init_set_init_data(info, state, Some(drop_box::<ThreadScan>)) };
}

unsafe extern "C" fn scan(info: ffi::duckdb_function_info, output: ffi::duckdb_data_chunk) {
    // SAFETY: the three states are what `bind`, `init` and `init_thread` handed over; the last belongs to this thread.
    let (bound, shared, thread) = unsafe {
        (
            &*ffi::duckdb_function_get_bind_data(info).cast::<Bound>(),
            &*ffi::duckdb_function_get_init_data(info).cast::<SharedScan>(),
            &mut *ffi::duckdb_function_get_local_init_data(info).cast::<ThreadScan>(),
        )
    };
    let written = contain(|| {
        // SAFETY: a constant of the host.
        let capacity = unsafe { ffi::duckdb_vector_size() };
        let mut length = 0;
        // An empty chunk would mean the end: candidates are drawn until one comes true.
        while length == 0 {
            let rows = thread.next(shared, capacity);
            if rows.is_empty() {
                break;
            }
            let asked = || shared.known_columns().collect::<Vec<usize>>();
            let scan = thread.scan.get_or_insert_with(|| bound.table.scan(&asked()));
            length = scan.draw(rows.clone());
            scan.write(rows, &mut Chunk::new(output, shared, length as usize));
        }
        // SAFETY: `output` is alive and every column holds `length` values.
        unsafe { ffi::duckdb_data_chunk_set_size(output, length) };
        Ok(())
    });
    if let Err(message) = written {
        // SAFETY: `info` is alive, the message is copied.
        unsafe { ffi::duckdb_function_set_error(info, c_text(&message).as_ptr()) };
    }
}

impl SharedScan {
    fn known_columns(&self) -> impl Iterator<Item = usize> {
        self.projection.iter().zip(&self.kinds).filter(|(_, kind)| kind.is_some()).map(|(column, _)| *column)
    }
}

impl ThreadScan {
    /// The next rows of this thread's morsel, or of a new one; empty at the end.
    fn next(&mut self, shared: &SharedScan, capacity: u64) -> Range<u64> {
        if self.rows.is_empty() {
            let start = shared.next.fetch_add(MORSEL_ROWS, Ordering::Relaxed).min(shared.end);
            self.rows = start..(start + MORSEL_ROWS).min(shared.end);
        }
        let end = (self.rows.start + capacity).min(self.rows.end);
        let rows = self.rows.start..end;
        self.rows.start = end;
        rows
    }
}

/// The columns of a chunk that a scan writes, by their place among the columns that it was asked for.
pub struct Chunk<'a> {
    columns: Vec<(ffi::duckdb_vector, Kind)>,
    length: usize,
    alive: PhantomData<&'a ()>,
}

impl Chunk<'_> {
    fn new(output: ffi::duckdb_data_chunk, shared: &SharedScan, length: usize) -> Self {
        let known = shared.kinds.iter().enumerate().filter_map(|(place, kind)| kind.map(|kind| (place, kind)));
        // SAFETY: the chunk is alive for the callback and has a vector for every column of the projection.
        let vector = |place: usize| unsafe { ffi::duckdb_data_chunk_get_vector(output, place as u64) };
        let columns = known.map(|(place, kind)| (vector(place), kind)).collect();
        Self { columns, length, alive: PhantomData }
    }

    /// Writes a column of plain values.
    pub fn write<T: Plain>(&mut self, place: usize, values: impl Iterator<Item = T>) {
        for (slot, value) in self.slots::<T>(place, T::suits).iter_mut().zip(values) {
            *slot = value;
        }
    }

    /// Writes a column of plain values, some missing.
    pub fn write_or_null<T: Plain>(&mut self, place: usize, values: impl Iterator<Item = Option<T>>) {
        let mut missing = Missing::new(self.length);
        self.write(place, values.map(|value| missing.note(value)));
        self.set_nulls(place, &missing);
    }

    /// Writes a column of words, given by their places in the list of the column.
    pub fn write_words(&mut self, place: usize, codes: impl Iterator<Item = u8>) {
        match self.columns[place].1 {
            Kind::Word(words) => {
                let texts: Vec<InlineText> = words.iter().map(|word| InlineText::of(word)).collect();
                let suits = |kind| matches!(kind, Kind::Word(_));
                for (slot, code) in self.slots::<InlineText>(place, suits).iter_mut().zip(codes) {
                    *slot = texts[code as usize];
                }
            }
            _ => self.slots::<u8>(place, is_enum).iter_mut().zip(codes).for_each(|(slot, code)| *slot = code),
        }
    }

    /// Writes a column of words, some missing.
    pub fn write_words_or_null(&mut self, place: usize, codes: impl Iterator<Item = Option<u8>>) {
        let mut missing = Missing::new(self.length);
        self.write_words(place, codes.map(|code| missing.note(code)));
        self.set_nulls(place, &missing);
    }

    /// Writes a column of texts.
    pub fn write_text<S: AsRef<str>>(&mut self, place: usize, texts: impl Iterator<Item = S>) {
        let (vector, kind) = self.columns[place];
        assert_eq!(kind, Kind::Text, "column {place} is no text");
        for (row, text) in (0..self.length as u64).zip(texts) {
            // SAFETY: the vector holds VARCHAR, the row is inside it, DuckDB copies the text.
            unsafe { assign_text(vector, row, text.as_ref()) };
        }
    }

    /// The values of a column as a slice, if `T` is what the column stores.
    fn slots<T>(&mut self, place: usize, suits: fn(Kind) -> bool) -> &mut [T] {
        let (vector, kind) = self.columns[place];
        assert!(suits(kind), "column {place} is {kind:?}");
        // SAFETY: the vector of an output chunk is flat and has room for a chunk of values; `suits` ties `T` to the
        // column's type; `&mut self` keeps a second slice from being made meanwhile.
        unsafe {
            let data = ffi::duckdb_vector_get_data(vector).cast::<T>();
            std::slice::from_raw_parts_mut(data, self.length)
        }
    }

    fn set_nulls(&mut self, place: usize, missing: &Missing) {
        if missing.count == 0 {
            return;
        }
        let vector = self.columns[place].0;
        // SAFETY: after the first call the vector has a mask of one bit per row, in words of 64, all set.
        let mask = unsafe {
            ffi::duckdb_vector_ensure_validity_writable(vector);
            std::slice::from_raw_parts_mut(ffi::duckdb_vector_get_validity(vector), self.length.div_ceil(64))
        };
        for row in &missing.rows[..missing.count] {
            mask[*row as usize / 64] &= !(1 << (row % 64));
        }
    }
}

/// The rows of a column that hold nothing.
struct Missing {
    rows: Vec<u32>,
    count: usize,
    seen: u32,
}

impl Missing {
    fn new(length: usize) -> Self {
        Self { rows: vec![0; length + 1], count: 0, seen: 0 }
    }

    /// Takes the next value; writes its row down in any case and counts it only if it is missing, without a branch.
    #[inline]
    fn note<T: Copy + Default>(&mut self, value: Option<T>) -> T {
        self.rows[self.count] = self.seen;
        self.count += usize::from(value.is_none());
        self.seen += 1;
        value.unwrap_or_default()
    }
}

/// A Rust type that DuckDB stores as it is.
pub trait Plain: Copy + Default {
    /// Whether columns of this kind store it.
    fn suits(kind: Kind) -> bool;
}

impl Plain for i64 {
    fn suits(kind: Kind) -> bool {
        matches!(kind, Kind::Bigint | Kind::Timestamp | Kind::Money)
    }
}

impl Plain for i32 {
    fn suits(kind: Kind) -> bool {
        matches!(kind, Kind::Integer | Kind::Date)
    }
}

impl Plain for i8 {
    fn suits(kind: Kind) -> bool {
        kind == Kind::Tinyint
    }
}

impl Plain for bool {
    fn suits(kind: Kind) -> bool {
        kind == Kind::Boolean
    }
}

impl Plain for f64 {
    fn suits(kind: Kind) -> bool {
        kind == Kind::Double
    }
}

/// ENUM codes take a byte: no list of words has more than 255.
fn is_enum(kind: Kind) -> bool {
    matches!(kind, Kind::Enum(words) if words.len() < 256)
}

/// DuckDB's 16-byte string: up to 12 bytes inside, or a prefix and a pointer. Writing it directly costs a quarter of a
/// call per string; the pointer is to a word that lives as long as the library, which DuckDB never unloads.
#[derive(Clone, Copy, Default)]
#[repr(C)]
struct InlineText {
    length: u32,
    prefix: [u8; 4],
    rest: [u8; 8],
}

impl InlineText {
    fn of(word: &'static str) -> Self {
        let bytes = word.as_bytes();
        let mut text = Self { length: bytes.len() as u32, ..Self::default() };
        let prefix = bytes.len().min(4);
        text.prefix[..prefix].copy_from_slice(&bytes[..prefix]);
        if bytes.len() > 12 {
            text.rest = (bytes.as_ptr() as u64).to_ne_bytes();
        } else if bytes.len() > 4 {
            text.rest[..bytes.len() - 4].copy_from_slice(&bytes[4..]);
        }
        text
    }
}

unsafe fn assign_text(vector: ffi::duckdb_vector, row: u64, text: &str) {
    // SAFETY: the caller vouches for vector and row; length and pointer belong to `text`.
    unsafe { ffi::duckdb_vector_assign_string_element_len(vector, row, text.as_ptr().cast(), text.len() as u64) };
}

unsafe extern "C" fn call_text_function(
    info: ffi::duckdb_function_info,
    input: ffi::duckdb_data_chunk,
    output: ffi::duckdb_vector,
) {
    // SAFETY: `info` is alive; the extra info is what `register_text_function` set.
    let function = unsafe { *ffi::duckdb_scalar_function_get_extra_info(info).cast::<&'static dyn TextFunction>() };
    let answered = contain(|| {
        // SAFETY: the input chunk is alive.
        let (rows, columns) =
            unsafe { (ffi::duckdb_data_chunk_get_size(input), ffi::duckdb_data_chunk_get_column_count(input)) };
        if columns as usize > function.parameters().len() {
            return Err(format!("{} takes at most ({})", function.name(), function.parameters().join(", ")));
        }
        for row in 0..rows {
            // SAFETY: row and column are inside the chunk, whose columns are all VARCHAR.
            let texts: Vec<Option<String>> =
                (0..columns).map(|column| unsafe { input_text(input, column, row) }).collect();
            let arguments: Vec<Option<&str>> = texts.iter().map(Option::as_deref).collect();
            let answer = function.call(&arguments)?;
            // SAFETY: the output is a VARCHAR vector with room for every input row.
            unsafe { assign_text(output, row, &answer) };
        }
        Ok(())
    });
    if let Err(message) = answered {
        // SAFETY: `info` is alive, the message is copied.
        unsafe { ffi::duckdb_scalar_function_set_error(info, c_text(&message).as_ptr()) };
    }
}

/// One VARCHAR of an input chunk. DuckDB flattens the vectors that it passes to a scalar function of the C API.
unsafe fn input_text(chunk: ffi::duckdb_data_chunk, column: u64, row: u64) -> Option<String> {
    // SAFETY: the caller vouches for column and row; a string's pointer and length stay valid while the chunk lives.
    unsafe {
        let vector = ffi::duckdb_data_chunk_get_vector(chunk, column);
        let validity = ffi::duckdb_vector_get_validity(vector);
        if !validity.is_null() && !ffi::duckdb_validity_row_is_valid(validity, row) {
            return None;
        }
        let text = ffi::duckdb_vector_get_data(vector).cast::<ffi::duckdb_string_t>().add(row as usize);
        let length = ffi::duckdb_string_t_length(*text) as usize;
        let bytes = std::slice::from_raw_parts(ffi::duckdb_string_t_data(text).cast::<u8>(), length);
        Some(String::from_utf8_lossy(bytes).into_owned())
    }
}

/// `FROM qa_checks`, unless a table of that name exists: reads from the text of the checks.
unsafe extern "C" fn replace_qa_checks(info: ffi::duckdb_replacement_scan_info, name: *const c_char, _: *mut c_void) {
    let replaced = contain(|| {
        // SAFETY: the name is a live C string.
        if !unsafe { CStr::from_ptr(name) }.to_bytes().eq_ignore_ascii_case(b"qa_checks") {
            return Ok(());
        }
        let sql = c_text(&crate::checks::qa_sql(None, None, None)?);
        // SAFETY: `info` is alive; DuckDB copies the value, which is destroyed here.
        unsafe {
            let mut value = ffi::duckdb_create_varchar(sql.as_ptr());
            ffi::duckdb_replacement_scan_set_function_name(info, c"query".as_ptr());
            ffi::duckdb_replacement_scan_add_parameter(info, value);
            ffi::duckdb_destroy_value(&mut value);
        }
        Ok(())
    });
    if let Err(message) = replaced {
        // SAFETY: `info` is alive, the message is copied.
        unsafe { ffi::duckdb_replacement_scan_set_error(info, c_text(&message).as_ptr()) };
    }
}

/// Runs a callback's work so that neither an error nor a panic crosses into C++.
fn contain<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
        Err(format!("payments: internal error, please report it: {}", text.unwrap_or("unknown panic")))
    })
}

fn into_raw<T>(value: T) -> *mut c_void {
    Box::into_raw(Box::new(value)).cast()
}

unsafe extern "C" fn drop_box<T>(data: *mut c_void) {
    // SAFETY: `data` came from `into_raw::<T>` and DuckDB calls this once. A panic while dropping must not cross.
    let _ = catch_unwind(AssertUnwindSafe(|| drop(unsafe { Box::from_raw(data.cast::<T>()) })));
}

/// A C string; a NUL inside, which C could not carry, becomes a visible mark.
fn c_text(text: &str) -> CString {
    CString::new(text.replace('\0', "\\0")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error_with_its_text() {
        let panicked: Result<(), String> = contain(|| panic!("row {} is odd", 7));
        assert_eq!(panicked, Err("payments: internal error, please report it: row 7 is odd".into()));
        assert_eq!(contain(|| Err::<(), _>("plain".to_string())), Err("plain".into()));
        assert_eq!(contain(|| Ok(3)), Ok(3));
    }

    #[test]
    fn words_up_to_twelve_bytes_lie_inside_the_string_and_longer_ones_behind_a_pointer() {
        let inside = InlineText::of("do_not_honor");
        assert_eq!((inside.length, &inside.prefix, &inside.rest), (12, b"do_n", b"ot_honor"));
        let word = "insufficient_funds";
        let behind = InlineText::of(word);
        assert_eq!((behind.length, &behind.prefix), (18, b"insu"));
        assert_eq!(u64::from_ne_bytes(behind.rest), word.as_ptr() as u64);
        assert_eq!(size_of::<InlineText>(), 16);
    }

    #[test]
    fn threads_share_out_every_row_once_in_chunks() {
        let end = 3 * MORSEL_ROWS + 17;
        let shared = SharedScan { projection: vec![], kinds: vec![], next: AtomicU64::new(5), end };
        let mut threads = [ThreadScan::default(), ThreadScan::default()];
        let mut seen = 0;
        let mut turn = 0;
        let mut last = [0; 2];
        loop {
            let rows = threads[turn].next(&shared, 2048);
            if rows.is_empty() {
                break;
            }
            assert!(rows.end - rows.start <= 2048 && rows.start >= last[turn], "{rows:?}");
            last[turn] = rows.end;
            seen += rows.end - rows.start;
            turn = 1 - turn;
        }
        seen += std::iter::from_fn(|| Some(threads[1 - turn].next(&shared, 2048)).filter(|rows| !rows.is_empty()))
            .map(|rows| rows.end - rows.start)
            .sum::<u64>();
        assert_eq!(seen, end - 5);
    }

    #[test]
    fn missing_rows_are_noted_in_order() {
        let mut missing = Missing::new(4);
        let written: Vec<i32> = [Some(1), None, Some(3), None].into_iter().map(|value| missing.note(value)).collect();
        assert_eq!((written, &missing.rows[..missing.count]), (vec![1, 0, 3, 0], &[1, 3][..]));
    }

    #[test]
    fn a_nul_inside_a_text_becomes_visible() {
        assert_eq!(c_text("a\0b").to_str(), Ok("a\\0b"));
    }
}
