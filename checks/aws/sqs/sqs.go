// Package sqs holds the checks of Amazon SQS, one to a file.
package sqs

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	QueueEncryption,
	QueueForeignAccess,
	QueuePublicAccess,
}
