// Package autoscaling holds the checks of Amazon EC2 Auto Scaling, one to a file.
package autoscaling

import (
	"demarc/checks"
	"demarc/providers/aws/autoscaling"
)

// All lists the package's checks.
var All = []*checks.Check{
	GroupHealthCheck,
	GroupInstanceTypes,
	GroupLaunchTemplate,
	GroupZones,
	LaunchConfigurationIMDSv2,
	LaunchConfigurationPublicIP,
}

// judged reports whether the customer answers for a group that is to stay.
func judged(p *checks.Probe, g *autoscaling.Group) bool {
	deleting, seen := g.Deleting.Get(p)
	operator, told := g.Operator.Get(p)
	switch {
	case !seen || !told:
		return false
	case deleting:
		p.Skipf("the group is being deleted")
		return false
	case operator != "":
		p.Skipf("the group is managed by %s", operator)
		return false
	}
	return true
}
