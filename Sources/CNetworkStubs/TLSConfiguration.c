// Apart from the stubs, whose declarations differ from those of the real header on purpose.
#include "TLSConfiguration.h"

#ifdef EXECPLAN_STATIC

#include <mbedtls/ssl.h>

const unsigned long execplan_ssl_configuration_size = sizeof(mbedtls_ssl_config);

#endif
