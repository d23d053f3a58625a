package acm

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/acm"
	"demarc/providers/inventory"
)

func TestCertificateKey(t *testing.T) {
	with := func(status string, algorithm inventory.Known[string]) *inventory.Inventory {
		return certificate(func(c *acm.Certificate) { c.Status, c.KeyAlgorithm = inventory.Of(status), algorithm })
	}
	checktest.Run(t, CertificateKey, []checktest.Case{
		{Name: "2048", Have: with("ISSUED", inventory.Of("RSA_2048")), Want: pass},
		{Name: "elliptic curve", Have: with("ISSUED", inventory.Of("EC_prime256v1")), Want: pass},
		{Name: "1024", Have: with("ISSUED", inventory.Of("RSA_1024")), Want: fail},
		{Name: "expired", Have: with("EXPIRED", inventory.Of("RSA_1024")), Want: skipped},
		{Name: "a new algorithm", Have: with("ISSUED", inventory.Of("ML_DSA_65")), Want: unknown},
		{Name: "hidden", Have: with("ISSUED", inventory.Missing[string](checktest.Dark)), Want: unknown},
	})
}
