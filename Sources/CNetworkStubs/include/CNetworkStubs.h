// Nothing here is called from Swift: the target exists to be linked. See NetworkStubs.c.
#ifndef EXECPLAN_NETWORK_STUBS_H
#define EXECPLAN_NETWORK_STUBS_H
#endif
