// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// libgit2, loaded when it is first needed.
//
// For its network half it brings TLS, SSH and Kerberos, seventeen libraries that take the dynamic linker 4 to 6 ms: a quarter
// of what a start of codescan may take, and many commands read no repository. So the program is not linked with it: the
// functions of libgit2 that codescan calls are here, with libgit2's own names and types, and pass each call on.

#include "loader.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

#include "../CLibgit2/shim.h"

static void *library;

// As for any program whose library is missing or another one, it ends here.
static void fail(void) {
    fprintf(stderr, "codescan: %s; install libgit2 " LIBGIT2_SOVERSION "\n", dlerror());
    _exit(127);
}

static void load(void) {
    // The version of the headers, as with a library that is linked.
    library = dlopen("libgit2.so." LIBGIT2_SOVERSION, RTLD_LAZY | RTLD_LOCAL);
    if (!library) fail();
}

// The library's own function. Its calls of itself by these names come by here, too: a program's symbols go before a library's.
static void *own(const char *name) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    void *function = dlsym(library, name);
    if (!function) fail();
    return function;
}

codescan_git_options codescan_git_opts(void) { return (codescan_git_options)own("git_libgit2_opts"); }

#define FORWARD(Result, name, parameters, arguments)                                            \
    Result name parameters {                                                                    \
        static _Atomic(__typeof__(&name)) found;                                                \
        __typeof__(&name) function = atomic_load_explicit(&found, memory_order_acquire);        \
        if (!function) {                                                                        \
            function = (__typeof__(&name))own(#name);                                           \
            atomic_store_explicit(&found, function, memory_order_release);                      \
        }                                                                                       \
        return function arguments;                                                              \
    }

FORWARD(void, git_buf_dispose, (git_buf *buffer), (buffer))
FORWARD(const git_error *, git_error_last, (void), ())
FORWARD(int, git_fetch_options_init, (git_fetch_options *options, unsigned int version), (options, version))
FORWARD(size_t, git_index_entrycount, (const git_index *index), (index))
FORWARD(void, git_index_free, (git_index *index), (index))
FORWARD(const git_index_entry *, git_index_get_byindex, (git_index *index, size_t n), (index, n))
FORWARD(int, git_index_open, (git_index **out, const char *path), (out, path))
FORWARD(int, git_libgit2_init, (void), ())
FORWARD(int, git_odb_add_backend, (git_odb *odb, git_odb_backend *backend, int priority), (odb, backend, priority))
FORWARD(
    int, git_odb_backend_loose, (git_odb_backend **out, const char *folder, int compression, int fsync, unsigned int folderMode, unsigned int fileMode),
    (out, folder, compression, fsync, folderMode, fileMode))
FORWARD(int, git_odb_backend_pack, (git_odb_backend **out, const char *folder), (out, folder))
FORWARD(int, git_odb_exists, (git_odb *odb, const git_oid *id), (odb, id))
FORWARD(void, git_odb_free, (git_odb *odb), (odb))
FORWARD(
    int, git_odb_hash, (git_oid *out, const void *data, size_t length, git_object_t type),
    (out, data, length, type))
FORWARD(int, git_odb_new, (git_odb **out), (out))
FORWARD(const void *, git_odb_object_data, (git_odb_object *object), (object))
FORWARD(void, git_odb_object_free, (git_odb_object *object), (object))
FORWARD(size_t, git_odb_object_size, (git_odb_object *object), (object))
FORWARD(int, git_odb_read, (git_odb_object **out, git_odb *odb, const git_oid *id), (out, odb, id))
FORWARD(
    int, git_odb_read_header, (size_t *length, git_object_t *type, git_odb *odb, const git_oid *id),
    (length, type, odb, id))
FORWARD(
    int, git_remote_connect_ext, (git_remote *remote, git_direction direction, const git_remote_connect_options *options),
    (remote, direction, options))
FORWARD(
    int, git_remote_connect_options_init, (git_remote_connect_options *options, unsigned int version),
    (options, version))
FORWARD(
    int, git_remote_create_anonymous, (git_remote **out, git_repository *repository, const char *url),
    (out, repository, url))
FORWARD(int, git_remote_default_branch, (git_buf *out, git_remote *remote), (out, remote))
FORWARD(int, git_remote_disconnect, (git_remote *remote), (remote))
FORWARD(
    int, git_remote_download, (git_remote *remote, const git_strarray *refspecs, const git_fetch_options *options),
    (remote, refspecs, options))
FORWARD(void, git_remote_free, (git_remote *remote), (remote))
FORWARD(int, git_remote_ls, (const git_remote_head ***out, size_t *count, git_remote *remote), (out, count, remote))
FORWARD(void, git_repository_free, (git_repository *repository), (repository))
FORWARD(int, git_repository_open_bare, (git_repository **out, const char *path), (out, path))
FORWARD(int, git_repository_wrap_odb, (git_repository **out, git_odb *odb), (out, odb))
FORWARD(void, git_revwalk_free, (git_revwalk *walk), (walk))
FORWARD(int, git_revwalk_new, (git_revwalk **out, git_repository *repository), (out, repository))
FORWARD(int, git_revwalk_next, (git_oid *out, git_revwalk *walk), (out, walk))
FORWARD(int, git_revwalk_push, (git_revwalk *walk, const git_oid *id), (walk, id))
