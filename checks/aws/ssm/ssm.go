// Package ssm holds the checks of AWS Systems Manager, one to a file.
package ssm

import (
	"demarc/checks"
	"demarc/providers/aws/ssm"
)

// All lists the package's checks.
var All = []*checks.Check{
	AssociationCompliance,
	AutomationLogging,
	DocumentPublic,
	InstanceManaged,
	PatchCompliance,
	PublicSharing,
}

// complies reports what is wrong with one kind of compliance of a machine.
func complies(p *checks.Probe, m *ssm.ManagedInstance, kind string) {
	c, ok := ssm.Compliances.ByID(p.Inv, m.Region, m.ID+"/"+kind).Get(p)
	if !ok {
		return
	}
	if c == nil {
		p.Skipf("Systems Manager has no compliance data of the kind %s for it", kind)
		return
	}
	if status, ok := c.Status.Get(p); ok && status != "COMPLIANT" {
		p.Evidence("complianceStatus", status)
		p.Evidence("itemsThatDoNotComply", c.NonCompliant)
		p.Failf("the compliance status is %s: %d items do not comply", status, c.NonCompliant)
	}
}
