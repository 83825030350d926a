// Stand-ins for the network libraries that libgit2 was built against.
//
// This program reads and writes local repositories and never opens a network connection. libgit2
// nevertheless wants Kerberos (gss_*), SSH (libssh2_*) and TLS (mbedtls_*) at link time, and its
// initialisation parses every certificate of the system's CA bundle. The functions below take the
// place of those libraries:
//
// - In both kinds of build the certificate loaders do nothing. In a dynamic executable they win
//   over the shared library's, since the dynamic linker asks the executable first. macOS binds
//   every symbol to the library it was linked from, so there they have no effect.
// - In a static build (EXECPLAN_STATIC) all the rest is defined too, so that one file can hold the
//   program with no shared library to load.
//
// Hashing is not stubbed: libgit2's SHA-1 is its own, and its SHA-256 comes from libmbedcrypto.a.
//
// The real parameters are left out on purpose: every stub ignores what it is given, which the
// calling conventions of the supported platforms allow. Each stub fails, so that a call that should
// never happen is an error and not a pretended success. The few that run during
// `git_libgit2_init` succeed, and are marked so.

#include "TLSConfiguration.h"

// clang-format off

// A function that reports an error: every library here takes a negative number for one.
#define FAILS(name) int name(void); int name(void) { return -1; }
// A function that succeeds, having done nothing.
#define SUCCEEDS(name) int name(void); int name(void) { return 0; }
// A function that finds, opens or makes nothing.
#define GIVES_NULL(name) void *name(void); void *name(void) { return 0; }
// A function without a result.
#define DOES_NOTHING(name) void name(void); void name(void) {}

// Certificates. "No certificate was bad" keeps initialisation from recording an error. The chain of
// trust stays empty, so nothing could be verified with it.
SUCCEEDS(mbedtls_x509_crt_parse_file)
SUCCEEDS(mbedtls_x509_crt_parse_path)

#ifdef EXECPLAN_STATIC

// TLS, from libmbedtls and libmbedx509.
SUCCEEDS(mbedtls_ssl_config_defaults)  // during initialisation
DOES_NOTHING(mbedtls_ssl_conf_authmode)
DOES_NOTHING(mbedtls_ssl_conf_ca_chain)
DOES_NOTHING(mbedtls_ssl_conf_ciphersuites)
DOES_NOTHING(mbedtls_ssl_conf_min_version)
DOES_NOTHING(mbedtls_ssl_conf_rng)
DOES_NOTHING(mbedtls_ssl_config_free)
DOES_NOTHING(mbedtls_ssl_free)
DOES_NOTHING(mbedtls_ssl_init)
DOES_NOTHING(mbedtls_ssl_set_bio)
DOES_NOTHING(mbedtls_x509_crt_free)
DOES_NOTHING(mbedtls_x509_crt_init)
FAILS(mbedtls_ssl_close_notify)
FAILS(mbedtls_ssl_get_verify_result)
FAILS(mbedtls_ssl_handshake)
FAILS(mbedtls_ssl_read)
FAILS(mbedtls_ssl_set_hostname)
FAILS(mbedtls_ssl_setup)
FAILS(mbedtls_ssl_write)
FAILS(mbedtls_x509_crt_verify_info)
GIVES_NULL(mbedtls_ssl_get_peer_cert)
// The number of a cipher suite. Initialisation, which looks up those it likes, insists on one.
int mbedtls_ssl_get_ciphersuite_id(void);
int mbedtls_ssl_get_ciphersuite_id(void) { return 1; }

// libgit2 allocates the configuration without clearing it and soon frees a pointer that it finds in it,
// so that it has to be cleared here as mbedTLS does.
void mbedtls_ssl_config_init(char *configuration);
void mbedtls_ssl_config_init(char *configuration) {
  for (unsigned long i = 0; i < execplan_ssl_configuration_size; i++) configuration[i] = 0;
}

// TLS's random numbers, from libmbedcrypto. libgit2 uses them for nothing else.
SUCCEEDS(mbedtls_ctr_drbg_seed)  // during initialisation
DOES_NOTHING(mbedtls_ctr_drbg_free)
DOES_NOTHING(mbedtls_ctr_drbg_init)
DOES_NOTHING(mbedtls_entropy_free)
DOES_NOTHING(mbedtls_entropy_init)
FAILS(mbedtls_ctr_drbg_random)
FAILS(mbedtls_entropy_func)

// The text of a TLS error: an empty one. The only stub that looks at its arguments.
void mbedtls_strerror(int code, char *buffer, unsigned long size);
void mbedtls_strerror(int code, char *buffer, unsigned long size) {
  (void)code;
  if (size > 0) buffer[0] = 0;
}

// SSH, from libssh2.
SUCCEEDS(libssh2_init)  // during initialisation
DOES_NOTHING(libssh2_agent_free)
DOES_NOTHING(libssh2_exit)
DOES_NOTHING(libssh2_knownhost_free)
DOES_NOTHING(libssh2_session_set_blocking)
DOES_NOTHING(libssh2_channel_set_blocking)
FAILS(libssh2_agent_connect)
FAILS(libssh2_agent_disconnect)
FAILS(libssh2_agent_get_identity)
FAILS(libssh2_agent_list_identities)
FAILS(libssh2_agent_userauth)
FAILS(libssh2_channel_close)
FAILS(libssh2_channel_free)
FAILS(libssh2_channel_process_startup)
FAILS(libssh2_knownhost_checkp)
FAILS(libssh2_knownhost_readfile)
FAILS(libssh2_session_disconnect_ex)
FAILS(libssh2_session_free)
FAILS(libssh2_session_handshake)
FAILS(libssh2_session_last_error)
FAILS(libssh2_session_method_pref)
FAILS(libssh2_userauth_keyboard_interactive_ex)
FAILS(libssh2_userauth_password_ex)
FAILS(libssh2_userauth_publickey)
FAILS(libssh2_userauth_publickey_fromfile_ex)
FAILS(libssh2_userauth_publickey_frommemory)
GIVES_NULL(libssh2_agent_init)
GIVES_NULL(libssh2_channel_open_ex)
GIVES_NULL(libssh2_hostkey_hash)
GIVES_NULL(libssh2_knownhost_init)
GIVES_NULL(libssh2_session_abstract)
GIVES_NULL(libssh2_session_hostkey)
GIVES_NULL(libssh2_session_init_ex)
GIVES_NULL(libssh2_userauth_list)
// 0 is "not authenticated".
SUCCEEDS(libssh2_userauth_authenticated)
// These two count bytes in a wider type.
long libssh2_channel_read_ex(void);
long libssh2_channel_read_ex(void) { return -1; }
long libssh2_channel_write_ex(void);
long libssh2_channel_write_ex(void) { return -1; }

// Kerberos, from libgssapi_krb5. Its errors sit in the upper half of the word: 13 is GSS_S_FAILURE.
#define GSS_FAILS(name) unsigned name(void); unsigned name(void) { return 13u << 16; }
GSS_FAILS(gss_delete_sec_context)
GSS_FAILS(gss_display_status)
GSS_FAILS(gss_import_name)
GSS_FAILS(gss_indicate_mechs)
GSS_FAILS(gss_init_sec_context)
GSS_FAILS(gss_release_buffer)
GSS_FAILS(gss_release_name)
GSS_FAILS(gss_release_oid_set)
void *GSS_C_NT_HOSTBASED_SERVICE = 0;

#endif
