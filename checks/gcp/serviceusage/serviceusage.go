// Package serviceusage holds the checks that ask which services are enabled in
// a project. They share a file: each asks for one.
package serviceusage

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	CloudAsset,
	ContainerAnalysis,
	ContainerScanning,
	GeminiDisabled,
}
