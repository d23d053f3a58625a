// Package acm holds the checks of AWS Certificate Manager, one to a file.
package acm

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	CertificateExpiry,
	CertificateKey,
}
