package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
)

func TestSecurityGroupHighRiskPorts(t *testing.T) {
	checktest.Run(t, SecurityGroupHighRiskPorts, groupCases(3306, checks.Critical))
}
