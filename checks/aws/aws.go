// Package aws lists the checks of AWS.
package aws

import (
	"slices"

	"demarc/checks/aws/s3"
)

// All lists every check of AWS, by service.
var All = slices.Concat(
	s3.All,
)
