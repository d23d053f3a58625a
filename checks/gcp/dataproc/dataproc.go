// Package dataproc holds the checks of Dataproc, one to a file.
package dataproc

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	ClusterCustomerKey,
}
