package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
)

// modelled reports whether a scale set has a model for machines: a flexible one
// may be a mere group of machines that are made one by one.
func modelled(p *checks.Probe, s *compute.ScaleSet) bool {
	has, ok := s.Modelled.Get(p)
	if ok && !has {
		p.Skipf("the scale set has no model: its machines are judged each by itself")
	}
	return ok && has
}

// kept reports whether people keep the scale set, not a service of Azure.
func kept(p *checks.Probe, s *compute.ScaleSet) bool {
	by, ok := s.ManagedBy.Get(p)
	if ok && by != "" {
		p.Skipf("the scale set is managed by %s", by)
	}
	return ok && by == ""
}
