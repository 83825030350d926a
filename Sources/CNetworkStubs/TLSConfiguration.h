#ifndef EXECPLAN_TLS_CONFIGURATION_H
#define EXECPLAN_TLS_CONFIGURATION_H

// The number of bytes in an `mbedtls_ssl_config`.
extern const unsigned long execplan_ssl_configuration_size;

#endif
