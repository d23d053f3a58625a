// Package kms holds the checks of Cloud KMS. That keys are managed and used by
// different people is asked where the grants are: in package iam.
package kms

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	KeyNotPublic,
	KeyRotation,
	KeyRotationPeriod,
}
