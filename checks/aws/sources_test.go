package aws_test

import (
	"testing"

	awschecks "demarc/checks/aws"
	"demarc/providers/inventory"
)

// What checks need is declared as the engine, snapshots and the blackout law
// take it to be.
func TestSources(t *testing.T) {
	var all []inventory.Source
	for _, c := range awschecks.All {
		all = append(all, c.Needs...)
	}
	for _, fault := range inventory.Misfiled(all) {
		t.Error(fault)
	}
}
