package gcp

import "demarc/checks"

// Manual lists the controls that no API can answer, so that nothing is missing
// from a framework's list.
var Manual = []*checks.Control{}
