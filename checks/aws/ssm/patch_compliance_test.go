package ssm

import "testing"

func TestPatchCompliance(t *testing.T) { compliance(t, PatchCompliance, "Patch", "Association") }
