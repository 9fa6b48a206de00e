/* Sum of the readings given on standard input, in cubic metres. */
#include <stdio.h>

int main(void)
{
    double reading, total = 0;
    while (scanf("%lf", &reading) == 1)
        total += reading;
    printf("%.3f\n", total);
    return 0;
}
