package gcp

import (
	"slices"

	"demarc/checks"
)

// Manual lists the controls that no API can answer, so that nothing is missing
// from a framework's list, and those that only people can answer for.
var Manual = slices.Concat(ofBenchmark, checks.General("gcp", "Google Cloud", "the Compliance Reports Manager", true))

var ofBenchmark = []*checks.Control{}
