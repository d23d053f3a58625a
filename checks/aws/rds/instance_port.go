package rds

import (
	"slices"
	"strconv"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstancePort asks that an instance not listen on its engine's own port.
var InstancePort = &checks.Check{
	ID:       "aws-rds-instance-non-default-port",
	Title:    "RDS instances listen on other ports than their engine's default",
	Why:      "Scans for databases try the default ports first. Another port does not protect a database, but takes it out of the widest searches.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Connectivity > Additional configuration: Database port.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --db-port-number <port> --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  port = 6033\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.23"}},
	Aliases:  []string{"prowler:rds_instance_non_default_port", "securityhub:RDS.23"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html",
	Params:   []*checks.Param{defaultPorts},
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if there(p, d.DBInstanceStatus) && alone(p, d) {
			onDefaultPort(p, d.Engine, d.Port)
		}
	}),
}

// defaultPorts are the ports that engines listen on where nothing else is set.
var defaultPorts = &checks.Param{
	Name: "defaultPorts",
	Default: []string{
		"mysql=3306", "mariadb=3306", "postgres=5432", "oracle-=1521", "custom-oracle-=1521", "sqlserver-=1433", "custom-sqlserver-=1433", "db2-=50000",
		"aurora=3306", "aurora-mysql=3306", "aurora-postgresql=5432",
	},
	Source: "RDS API reference, CreateDBInstance and CreateDBCluster: Port",
}

// onDefaultPort fails a database that listens on the port of its engine.
func onDefaultPort(p *checks.Probe, engine inventory.Known[string], port inventory.Known[int]) {
	e, ok := engine.Get(p)
	listens, ok2 := port.Get(p)
	if ok && ok2 && slices.Contains(of(p.Strings(defaultPorts), e), strconv.Itoa(listens)) {
		p.Evidence("port", listens)
		p.Failf("listens on port %d, the default of %s", listens, e)
	}
}
