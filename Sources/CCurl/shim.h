// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo take a variable number of arguments, which Swift cannot call; these name the
// options in use.

typedef size_t (*codescan_curl_receive)(char *bytes, size_t size, size_t count, void *context);
typedef int (*codescan_curl_watch)(void *context, curl_off_t total, curl_off_t received, curl_off_t toSend, curl_off_t sent);

static inline CURLcode codescan_curl_global_init(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

static inline CURLcode codescan_curl_set_url(CURL *handle, const char *url) {
    return curl_easy_setopt(handle, CURLOPT_URL, url);
}

// The names of the protocols replaced a mask in curl 7.85.
static inline CURLcode codescan_curl_set_web_protocols_only(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
    return curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    return curl_easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

static inline CURLcode codescan_curl_set_no_signal(CURL *handle, long enabled) {
    return curl_easy_setopt(handle, CURLOPT_NOSIGNAL, enabled);
}

static inline CURLcode codescan_curl_set_follow_location(CURL *handle, long enabled) {
    return curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, enabled);
}

static inline CURLcode codescan_curl_set_netrc(CURL *handle, long level) {
    return curl_easy_setopt(handle, CURLOPT_NETRC, level);
}

static inline CURLcode codescan_curl_set_suppress_connect_headers(CURL *handle, long enabled) {
    return curl_easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, enabled);
}

static inline CURLcode codescan_curl_set_user_agent(CURL *handle, const char *agent) {
    return curl_easy_setopt(handle, CURLOPT_USERAGENT, agent);
}

static inline CURLcode codescan_curl_set_accept_encoding(CURL *handle, const char *encodings) {
    return curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, encodings);
}

static inline CURLcode codescan_curl_set_headers(CURL *handle, struct curl_slist *headers) {
    return curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
}

// The bytes are copied.
static inline CURLcode codescan_curl_set_post(CURL *handle, const void *bytes, curl_off_t count) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, count);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}

// The certificates of a file in the place of the system's, for the server and for a proxy that is reached by TLS.
static inline CURLcode codescan_curl_set_certificates(CURL *handle, const char *path) {
    CURLcode codes[] = {
        curl_easy_setopt(handle, CURLOPT_CAINFO, path), curl_easy_setopt(handle, CURLOPT_CAPATH, NULL),
        curl_easy_setopt(handle, CURLOPT_PROXY_CAINFO, path), curl_easy_setopt(handle, CURLOPT_PROXY_CAPATH, NULL)};
    for (int each = 0; each < 4; each++) {
        if (codes[each] != CURLE_OK) return codes[each];
    }
    return CURLE_OK;
}

static inline CURLcode codescan_curl_set_oldest_tls(CURL *handle, long version) {
    return curl_easy_setopt(handle, CURLOPT_SSLVERSION, version);
}

static inline CURLcode codescan_curl_set_timeout_ms(CURL *handle, long milliseconds) {
    return curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
}

static inline CURLcode codescan_curl_set_connect_timeout_ms(CURL *handle, long milliseconds) {
    return curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
}

// A transfer that is slower than this for so long is given up.
static inline CURLcode codescan_curl_set_low_speed(CURL *handle, long bytesPerSecond, long seconds) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, bytesPerSecond);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, seconds) : code;
}

static inline CURLcode codescan_curl_set_largest_file(CURL *handle, curl_off_t bytes) {
    return curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, bytes);
}

static inline CURLcode codescan_curl_set_error_buffer(CURL *handle, char *buffer) {
    return curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, buffer);
}

static inline CURLcode codescan_curl_set_body_receiver(CURL *handle, codescan_curl_receive receive, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, receive) : code;
}

static inline CURLcode codescan_curl_set_header_receiver(CURL *handle, codescan_curl_receive receive, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, receive) : code;
}

static inline CURLcode codescan_curl_set_watch(CURL *handle, codescan_curl_watch watch, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, context);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, watch);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L) : code;
}

static inline long codescan_curl_response_code(CURL *handle) {
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

static inline long codescan_curl_proxy_response_code(CURL *handle) {
    long code = 0;
    curl_easy_getinfo(handle, CURLINFO_HTTP_CONNECTCODE, &code);
    return code;
}

static inline long codescan_curl_certificate_result(CURL *handle) {
    long result = 0;
    curl_easy_getinfo(handle, CURLINFO_SSL_VERIFYRESULT, &result);
    return result;
}

static inline curl_off_t codescan_curl_body_bytes_received(CURL *handle) {
    curl_off_t bytes = 0;
    curl_easy_getinfo(handle, CURLINFO_SIZE_DOWNLOAD_T, &bytes);
    return bytes;
}

static inline long codescan_curl_header_bytes_received(CURL *handle) {
    long bytes = 0;
    curl_easy_getinfo(handle, CURLINFO_HEADER_SIZE, &bytes);
    return bytes;
}
