#ifndef EXECPLAN_LIBYAML_SHIM_H
#define EXECPLAN_LIBYAML_SHIM_H
#include <yaml.h>
#endif
