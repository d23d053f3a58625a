// Package cloudtrail holds the checks of AWS CloudTrail, one to a file.
package cloudtrail

import (
	"iter"

	"demarc/checks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	BucketAccessLogging,
	BucketMFADelete,
	Delivering,
	Enabled,
	Encryption,
	FileValidation,
	Insights,
	LambdaDataEvents,
	LogGroup,
	MultiRegion,
	S3ReadEvents,
	S3WriteEvents,
}

// some reports whether one of the trails is good. Where none is seen to be, it
// tells p of what hides one and returns the names of the trails it looked at.
func some(p *checks.Probe, trails func(*inventory.Inventory, inventory.Reader) iter.Seq[*cloudtrail.Trail], good func(*cloudtrail.Trail) inventory.Known[bool]) (found bool, names []string) {
	var hidden inventory.Gaps
	any := inventory.Of(false)
	for t := range trails(p.Inv, &hidden) {
		any = inventory.Or(any, good(t))
		if yes, known := any.Peek(); known && yes {
			return true, nil
		}
		names = append(names, t.ID)
	}
	any.Get(p)
	for _, g := range hidden {
		p.Missed(g)
	}
	return false, names
}
