package rds

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// parameter looks up what a group of type t sets a parameter to. The value is
// empty where the group leaves it to the engine.
func parameter(p *checks.Probe, t *inventory.Type[rds.ParameterGroup], region, group, name string) inventory.Known[string] {
	return inventory.Then(t.ByID(p.Inv, region, group), func(g *rds.ParameterGroup) inventory.Known[string] {
		if g == nil {
			return inventory.Missing[string](broken("", "the parameter group %s was not found", group))
		}
		return inventory.Then(g.Parameters, func(all map[string]string) inventory.Known[string] {
			v, ok := all[name]
			if !ok {
				return inventory.Missing[string](broken("", "the parameter group %s has no %s", group, name))
			}
			return inventory.Of(v)
		})
	})
}

// truth reads a switch among parameters: RDS takes 1, on and true, in any case.
func truth(v string) bool {
	return slices.Contains([]string{"1", "on", "true", "enabled"}, strings.ToLower(v))
}

// required fails a switch that is off. Where the group leaves it to the engine,
// engineOff says that the engine's own default is off; of rds.force_ssl, which
// is RDS's and no engine's, that is not known.
func required(p *checks.Probe, value inventory.Known[string], name string, engineOff bool, fault string) (isOn bool) {
	v, ok := value.Get(p)
	switch {
	case !ok:
	case v == "" && !engineOff:
		p.Missed(broken("", "no value is given for %s", name))
	case !truth(v):
		if v == "" {
			v = "the engine's default, off"
		}
		p.Evidence(name, v)
		p.Failf("%s", fault)
	default:
		return true
	}
	return false
}

// inForce fails settings of a parameter group that wait for something before
// they hold. applying takes moments, after which there is an answer.
func inForce(p *checks.Probe, status inventory.Known[string], of string) {
	s, ok := status.Get(p)
	switch {
	case !ok || s == "in-sync":
	case s == "applying":
		p.Skipf("the parameter group is being applied")
	default:
		p.Evidence("parameterGroupStatus", s)
		p.Failf("the parameter group is not in force on %s: %s", of, s)
	}
}

// requiresTLS fails an instance that takes connections without TLS.
func requiresTLS(p *checks.Probe, d *rds.DBInstance, name string) {
	uses, ok := d.DBParameterGroups.Get(p)
	if !ok {
		return
	}
	if len(uses) == 0 {
		p.Missed(broken("RDS DescribeDBInstances", "the answer lacks DBParameterGroups"))
	}
	for _, g := range uses {
		value := parameter(p, rds.DBParameterGroups, d.Region, g.Name, name)
		if required(p, value, name, name == rds.RequireSecureTransport, "clients may connect without TLS") {
			inForce(p, g.Status, "the instance")
		}
	}
}

// clusterSwitch fails a cluster whose parameter group has a switch off, or on
// and not in force on every member.
func clusterSwitch(p *checks.Probe, c *rds.DBCluster, name string, engineOff bool, fault string) {
	if required(p, clusterParameter(p, c, name), name, engineOff, fault) {
		membersInForce(p, c)
	}
}

func clusterParameter(p *checks.Probe, c *rds.DBCluster, name string) inventory.Known[string] {
	return inventory.Then(c.DBClusterParameterGroup, func(group string) inventory.Known[string] {
		return parameter(p, rds.DBClusterParameterGroups, c.Region, group, name)
	})
}

func membersInForce(p *checks.Probe, c *rds.DBCluster) {
	members, _ := c.Members.Get(p)
	for _, m := range members {
		inForce(p, m.ParameterGroupStatus, m.DBInstanceIdentifier)
	}
}
