package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ProxyTLS asks that a proxy refuse connections without TLS.
var ProxyTLS = &checks.Check{
	ID:       "aws-rds-proxy-tls-required",
	Title:    "RDS proxies take connections over TLS only",
	Why:      "A client that does not ask for TLS sends its login and its data to the proxy in the clear. Only the proxy can refuse that.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Proxies > the proxy > Actions > Modify: Require Transport Layer Security.",
		CLI:       "aws rds modify-db-proxy --db-proxy-name <proxy> --require-tls",
		Terraform: "resource \"aws_db_proxy\" \"example\" {\n  name           = \"example\"\n  engine_family  = \"POSTGRESQL\"\n  role_arn       = aws_iam_role.proxy.arn\n  vpc_subnet_ids = aws_subnet.private[*].id\n  require_tls    = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.43"}},
	Aliases:  []string{"securityhub:RDS.43"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-modifying-proxy.html",
	Needs:    []inventory.Source{rds.DBProxies},
	Run: checks.Each(rds.DBProxies, func(p *checks.Probe, x *rds.DBProxy) {
		if there(p, x.Status) {
			on(p, x.RequireTLS, "requireTLS", "clients may connect without TLS")
		}
	}),
}
