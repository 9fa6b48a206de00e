#include <git2.h>

// git_libgit2_opts takes a variable number of arguments, which neither Swift nor the loader (CLibgit2Loader) can pass on:
// this is the library's own, and the functions below name the options in use.
typedef int (*codescan_git_options)(int option, ...);
codescan_git_options codescan_git_opts(void);

static inline int codescan_git_enable_caching(int enabled) {
    return codescan_git_opts()(GIT_OPT_ENABLE_CACHING, enabled);
}

static inline int codescan_git_enable_strict_hash_verification(int enabled) {
    return codescan_git_opts()(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int codescan_git_set_mwindow_size(size_t bytes) {
    return codescan_git_opts()(GIT_OPT_SET_MWINDOW_SIZE, bytes);
}

static inline int codescan_git_set_mwindow_mapped_limit(size_t bytes) {
    return codescan_git_opts()(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, bytes);
}

static inline int codescan_git_set_search_path(git_config_level_t level, const char *path) {
    return codescan_git_opts()(GIT_OPT_SET_SEARCH_PATH, level, path);
}

static inline int codescan_git_set_ssl_cert_locations(const char *file) {
    return codescan_git_opts()(GIT_OPT_SET_SSL_CERT_LOCATIONS, file, NULL);
}

static inline int codescan_git_set_user_agent(const char *agent) {
    return codescan_git_opts()(GIT_OPT_SET_USER_AGENT, agent);
}

static inline int codescan_git_set_owner_validation(int enabled) {
    return codescan_git_opts()(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

static inline int codescan_git_enable_fsync_gitdir(int enabled) {
    return codescan_git_opts()(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

// Shallow fetches came with libgit2 1.7. Whether this one has them; `options` is asked for one when it does.
static inline int codescan_git_set_fetch_depth(git_fetch_options *options, int depth) {
#if LIBGIT2_VER_MAJOR > 1 || (LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR >= 7)
    if (options) options->depth = depth;
    return 1;
#else
    (void)options;
    (void)depth;
    return 0;
#endif
}
