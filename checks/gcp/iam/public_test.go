package iam

import (
	"testing"

	"demarc/providers/gcp/iam"
)

func TestPublic(t *testing.T) {
	family(t, ProjectPublic, OrganizationPublic,
		[]iam.Binding{to("roles/viewer", "domain:example.com", "group:all@example.com")},
		[]iam.Binding{to("roles/viewer", "group:all@example.com", "allAuthenticatedUsers")})
}
