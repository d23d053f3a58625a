// Package sns holds the checks of Amazon SNS, one to a file.
package sns

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	SubscriptionHTTPS,
	TopicEncryption,
	TopicForeignAccess,
	TopicPublicAccess,
}
