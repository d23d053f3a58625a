package iam

import (
	"testing"

	"demarc/providers/gcp/iam"
)

func TestConsumerAccounts(t *testing.T) {
	family(t, ProjectConsumerAccounts, OrganizationConsumerAccounts,
		[]iam.Binding{to("roles/viewer", "user:a@example.com", "user:gmail.com@example.com", "group:x@googlegroups.com", "deleted:user:a@gmail.com?uid=1")},
		[]iam.Binding{to("roles/viewer", "user:Ada@Gmail.com")})
}
