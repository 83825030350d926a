#ifndef EXECPLAN_LIBCMARK_SHIM_H
#define EXECPLAN_LIBCMARK_SHIM_H
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#endif
