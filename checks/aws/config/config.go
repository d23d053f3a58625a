// Package config holds the checks of AWS Config, one to a file.
package config

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	GlobalResources,
	RecorderEnabled,
	ServiceRole,
}
