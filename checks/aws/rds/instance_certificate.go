package rds

import (
	"time"

	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceCertificate asks that an instance's server certificate not be about to
// expire.
var InstanceCertificate = &checks.Check{
	ID:       "aws-rds-instance-certificate-valid",
	Title:    "The server certificates of database instances are not about to expire",
	Why:      "Clients that verify the server are cut off when its certificate expires, and the usual cure in a hurry is to stop verifying.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Connectivity > Certificate authority.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  ca_cert_identifier = \"rds-ca-rsa2048-g1\"\n}",
	},
	Aliases: []string{"prowler:rds_instance_certificate_expiration"},
	Link:    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html",
	Params:  []*checks.Param{certificateDays},
	Needs:   []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) || !own(p, d) {
			return
		}
		till, ok := d.CertificateValidTill.Get(p)
		left := till.Sub(p.Inv.Now)
		if !ok || left > days(p.Int(certificateDays)) {
			return
		}
		p.Evidence("validTill", till.Format(time.DateOnly))
		if left <= 0 {
			p.Rank(checks.High)
			p.Failf("the certificate expired on %s", till.Format(time.DateOnly))
		} else {
			p.Failf("the certificate expires on %s", till.Format(time.DateOnly))
		}
	}),
}

var certificateDays = &checks.Param{Name: "minDaysLeft", Default: 30, Unit: "days", Source: "time for a rotation with a restart in a maintenance window"}
