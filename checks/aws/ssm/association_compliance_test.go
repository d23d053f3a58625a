package ssm

import "testing"

func TestAssociationCompliance(t *testing.T) {
	compliance(t, AssociationCompliance, "Association", "Patch")
}
