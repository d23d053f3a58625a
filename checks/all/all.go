// Package all is the registry: every check of every cloud.
package all

import (
	"slices"

	"demarc/checks/aws"
	"demarc/checks/azure"
	"demarc/checks/gcp"
)

// Checks lists every check.
var Checks = slices.Concat(aws.All, azure.All, gcp.All)

// Controls lists every control that only a person can answer.
var Controls = slices.Concat(aws.Manual, azure.Manual, gcp.Manual)

// Evidence lists what the clouds say of their half.
var Evidence = slices.Concat(aws.Evidence, azure.Evidence, gcp.Evidence)
